"""The values of the handbook: documents, facts, vocabularies. Everything here is frozen and knows no stage."""
