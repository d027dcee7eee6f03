"""A site from the values of the pipeline, on every core: what MkDocs lays out, and the files beside its pages (生成)."""
