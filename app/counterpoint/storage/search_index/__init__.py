"""The index of a library's words: a cache, behind which is tantivy. Nothing else imports it."""
