"""Forms of feed that feedparser does not read. One file a form; each turns a capture into drafts of entries."""
