"""What Project Open Data 1.1 requires of `data.json`, as a JSON Schema written after its documentation."""

TEXT, LINK = {"type": "string", "minLength": 1}, {"type": "string", "pattern": r"^https?://[^\s<>\"{}|\\^`]+$"}
MEDIA = {"type": "string", "pattern": r"^[-\w]+/[-\w]+(\.[-\w]+)*([+][-\w]+)?$"}
DATE = r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?"
ORGANISATION = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": TEXT, "subOrganizationOf": {"type": "object"}},
}
OPEN_DATA = {  # what Project Open Data 1.1 requires of publishers outside the federal government of the United States
    "type": "object",
    "required": ["conformsTo", "dataset"],
    "properties": {
        "conformsTo": {"const": "https://project-open-data.cio.gov/v1.1/schema"},
        "@type": {"const": "dcat:Catalog"},
        "dataset": {"type": "array", "items": {
            "type": "object",
            "required": ["title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier",
                         "accessLevel"],
            "properties": {
                "title": TEXT, "description": TEXT, "identifier": TEXT, "landingPage": LINK, "license": LINK,
                "keyword": {"type": "array", "minItems": 1, "items": TEXT},
                "modified": {"type": "string", "pattern": rf"^({DATE}|R/P\w+)$"},
                "issued": {"type": "string", "pattern": rf"^{DATE}$"},
                "temporal": {"type": "string", "pattern": rf"^{DATE}/{DATE}$"},
                "accrualPeriodicity": {"type": "string", "pattern": r"^(irregular|R/P(\d+[YMWD])+)$"},
                "accessLevel": {"enum": ["public", "restricted public", "non-public"]},
                "theme": {"type": "array", "minItems": 1, "uniqueItems": True, "items": TEXT},
                "references": {"type": "array", "minItems": 1, "uniqueItems": True, "items": LINK},
                "describedBy": LINK, "describedByType": MEDIA, "publisher": ORGANISATION,
                "contactPoint": {"type": "object", "required": ["fn", "hasEmail"], "properties": {
                    "@type": {"const": "vcard:Contact"}, "fn": TEXT,
                    "hasEmail": {"type": "string", "pattern": r"^mailto:([\w.+-]+@[\w.-]+\.[\w.-]+)?$"}}},
                "distribution": {"type": "array", "items": {
                    "type": "object", "required": ["downloadURL", "mediaType"],
                    "properties": {"@type": {"const": "dcat:Distribution"}, "downloadURL": LINK, "mediaType": MEDIA,
                                   "format": TEXT, "title": TEXT, "description": TEXT}}},
            },
            "not": {"anyOf": [{"required": ["bureauCode"]}, {"required": ["programCode"]}]},
        }},
    },
}  # fmt: skip
