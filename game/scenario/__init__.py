"""An author's files become a frozen scenario; the only room that reads YAML."""
