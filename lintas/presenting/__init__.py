"""Domain values → the small views that pages share: list items, links, paging, the head of a document (pure)."""
