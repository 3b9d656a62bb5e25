"""What all entries of a catalogue share: who publishes, whom to ask, where regions lie, and the IRIs of things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lintas.cataloguing import iris
from lintas.cataloguing.authorities import EU, IANA, INDONESIA, LANGUAGES, LICENCES, PUBLISHERS, THEMES, FileType
from lintas.cataloguing.graph import Graph, Iri, Node, Text, Typed, node
from lintas.maps import Box
from lintas.model import Contributor, Instansi, Link
from lintas.relate import Site

_DATA_THEME = f"{EU}data-theme"


@dataclass(slots=True)
class Portal:
    """The site, the boxes of regions (in degrees, by code; "" = the country), and the graph that is being made."""

    site: Site
    boxes: Mapping[str, Box] = field(default_factory=dict)
    graph: Graph = field(default_factory=Graph)

    @property
    def base(self) -> str:
        return self.site.settings.base_url

    def page(self, slug: str) -> str:
        return f"{self.base}data/{iris.part(slug)}/"

    def dataset(self, slug: str) -> str:
        return f"{self.page(slug)}#himpunan-data"

    def term(self, name: str, label: str, types: str) -> Iri:
        """A term of our own, where no authority has one."""
        made = node(f"{self.base}data/#{iris.part(name)}", types, ("skos:prefLabel", Text(label, "id")))
        return self.graph.share(made)

    def document(self, address: str) -> Iri:
        """A page or file; one without an address is left out where it is put."""
        iri = iris.web(address)
        return self.graph.share(Node(iri, ("foaf:Document",), ())) if iri else Iri("")

    def standard(self, iri: str, title: str) -> Iri:
        return self.graph.share(node(iri, "dct:Standard", ("dct:title", Text(title, "en"))))

    def concept(self, iri: str, names: tuple[str, str], types: str = "skos:Concept") -> Iri:
        labels = (Text(names[0], "id"), Text(names[1], "en"))
        return self.graph.share(node(iri, types, ("skos:prefLabel", labels)))

    def language(self, code: str) -> Iri:
        iri, *names = LANGUAGES[code]
        return self.concept(iri, (names[0], names[1]), "dct:LinguisticSystem")

    def theme(self, code: str) -> Iri:
        names = THEMES[code]
        scheme = node(
            _DATA_THEME, "skos:ConceptScheme",
            ("dct:title", (Text("Tema data Uni Eropa", "id"), Text("EU data themes", "en"))),
        )  # fmt: skip
        labels = (Text(names[0], "id"), Text(names[1], "en"))
        return self.graph.share(node(
            f"{_DATA_THEME}/{code}", "skos:Concept", ("skos:prefLabel", labels),
            ("skos:inScheme", self.graph.share(scheme)),
        ))  # fmt: skip

    def media(self, kind: str) -> Iri:
        return self.graph.share(node(f"{IANA}{kind}", "dct:MediaType", ("rdfs:label", Text(kind))))

    def format(self, kind: FileType) -> Iri:
        """The entry of the EU table, with the plain name that CKAN shows (it takes it from a `dct:IMT`)."""
        iri = f"{EU}file-type/{kind.code}" if kind.code else f"{self.base}data/#format-{iris.part(kind.name.lower())}"
        return self.graph.share(node(iri, "dct:IMT dct:MediaTypeOrExtent", ("rdfs:label", Text(kind.name))))

    def licence(self, link: Link) -> Iri | None:
        """The licence by its usual address; one that has none gets an address of ours."""
        known = LICENCES.get(link.title)
        iri = (
            known.iri
            if known
            else iris.web(link.url) or (link.title and f"{self.base}data/#lisensi-{iris.part(link.title)}")
        )
        if not iri:
            return None
        kind = iris.part(known.kind) if known else "UnknownIPR"
        type_ = node(f"http://purl.org/adms/licencetype/{kind}", "skos:Concept", ("skos:prefLabel", Text(kind, "en")))
        made = node(
            iri, "dct:LicenseDocument",
            ("dct:title", Text(known.title if known else link.title or iri, "en")),
            ("dct:identifier", Text(link.title)),
            ("dct:type", self.graph.share(type_)),
            ("skos:exactMatch", Iri(f"{EU}licence/{known.code}") if known and known.code else None),
        )  # fmt: skip
        return self.graph.share(made)

    # --- who ---------------------------------------------------------------------------------------------------------

    def publisher(self, slug: str = "") -> Iri:
        """The institution, else the agency that runs the portal, else the portal itself."""
        settings = self.site.settings
        found = self.site.institutions.get(slug) or self.site.institutions.get(settings.agency)
        if found is not None:
            return self.institution(found)
        made = node(
            f"{self.base}#penerbit", "foaf:Agent", ("foaf:name", Text(settings.title)),
            ("foaf:homepage", self.document(self.base)),
        )  # fmt: skip
        return self.graph.share(made)

    def publisher_name(self, slug: str = "") -> str:
        settings = self.site.settings
        found = self.site.institutions.get(slug) or self.site.institutions.get(settings.agency)
        return found.name if found else settings.title

    def institution(self, given: Instansi) -> Iri:
        kind = PUBLISHERS.get(given.kind)
        made = node(
            f"{self.base}instansi/{iris.part(given.slug)}/#instansi", "foaf:Agent", ("foaf:name", Text(given.name)),
            ("foaf:homepage", self.document(given.website)),
            ("dct:type", self.concept(f"http://purl.org/adms/publishertype/{kind[0]}", kind[1:]) if kind else None),
        )  # fmt: skip
        return self.graph.share(made)

    def contributor(self, person: Contributor, page: str, number: int) -> Iri | None:
        found = self.site.institutions.get(person.institution)
        if found is not None:
            return self.institution(found)
        if not person.title:
            return None
        made = node(
            f"{page}#kontributor-{number}", "foaf:Agent", ("foaf:name", Text(person.title)),
            ("foaf:homepage", self.document(person.url)),
        )  # fmt: skip
        return self.graph.share(made)

    def contact(self) -> Iri:
        """Whom to ask: the portal's own contact, by unit or name, else the name of who publishes it."""
        settings = self.site.settings
        given = settings.contact
        made = node(
            f"{self.base}#narahubung", "vcard:Kind vcard:Organization", ("vcard:fn", Text(self.contact_name())),
            ("vcard:hasEmail", Iri(iris.mail(given.email)) if given.email else None),
            ("vcard:hasTelephone", Iri(iris.telephone(given.phone)) if len(iris.telephone(given.phone)) > 7 else None),
            ("vcard:hasURL", Iri(self.base)),
        )  # fmt: skip
        return self.graph.share(made)

    def contact_name(self) -> str:
        settings = self.site.settings
        agency = self.site.institutions.get(settings.agency)
        return settings.contact.unit or settings.contact.name or (agency.name if agency else settings.title)

    # --- where -------------------------------------------------------------------------------------------------------

    def place(self, code: str, name: str) -> Iri:
        """A region by its Kemendagri code, "" for the whole country."""
        if not code:
            names = (Text(name, "id"), Text("Indonesia", "en"))
            return self.graph.share(node(INDONESIA, "dct:Location", ("skos:prefLabel", names), *self._extent("")))
        iri = f"{self.base}wilayah/{iris.part(code)}/#wilayah"
        identifier = node(
            f"{iri}-kode", "adms:Identifier", ("skos:notation", Text(code)),
            ("adms:schemaAgency", Text("Kementerian Dalam Negeri")),
        )  # fmt: skip
        return self.graph.share(node(
            iri, "dct:Location", ("skos:prefLabel", Text(name, "id")), ("dct:identifier", Text(code)),
            ("adms:identifier", identifier), *self._extent(code),
        ))  # fmt: skip

    def _extent(self, code: str) -> tuple[tuple[str, Typed], ...]:
        box = self.boxes.get(code)
        if box is None:
            return ()
        w, s, e, n = (f"{round(edge, 3):g}" for edge in (box.left, box.bottom, box.right, box.top))
        x, y = (f"{round(at, 3):g}" for at in box.middle)
        ring = f"POLYGON(({w} {s}, {e} {s}, {e} {n}, {w} {n}, {w} {s}))"
        return (
            ("dcat:bbox", Typed(ring, "gsp:wktLiteral")),
            ("dcat:centroid", Typed(f"POINT({x} {y})", "gsp:wktLiteral")),
        )
