"""Views → Markdown pages and data files (渲染)."""
