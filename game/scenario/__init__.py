"""An author's files become a frozen scenario; the only room that reads YAML."""

import os

os.environ.setdefault(
    "PYDANTIC_DISABLE_PLUGINS", "__all__"
)  # else pydantic looks through every installed package first
