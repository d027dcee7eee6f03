"""Publishing: from a built site to a release that a web server serves, proved and reversible (发布)."""
