"""Our widgets: the only room that imports pygame. It knows nothing of voters or ads."""
