"""One module per screen: composes widgets from a view and turns input into commands."""
