"""Tables that column readers and frictionless see differently: (name, fields, rest of the resource, bytes, proved)."""

from typing import Any, NamedTuple


class Case(NamedTuple):
    """`proved`: whether the prover is expected to be sure; what it proves has to be valid in any case."""

    name: str
    fields: tuple[str, ...]  # "name:type", "name:type/format"
    content: bytes
    proved: bool
    schema: dict[str, Any] = {}  # noqa: RUF012 (never changed)
    rest: dict[str, Any] = {}  # noqa: RUF012


AB = ("a:string", "b:integer")
A = ("a:string",)
N = ("a:string", "n:integer")
FK = {"foreignKeys": [{"fields": "b", "reference": {"resource": "", "fields": "a"}}]}
TWO = {"primaryKey": ["a", "b"]}

CASES = (
    # structure
    Case("plain", AB, b"a,b\nx,1\ny,2\n", True),
    Case("crlf", AB, b"a,b\r\nx,1\r\ny,2\r\n", True),
    Case("no line end at the end", AB, b"a,b\nx,1", True),
    Case("header only", AB, b"a,b\n", True),
    Case("header without line end", AB, b"a,b", True),
    Case("mark of byte order", AB, b"\xef\xbb\xbfa,b\nx,1\n", True),
    Case("two marks of byte order", AB, b"\xef\xbb\xbf\xef\xbb\xbfa,b\nx,1\n", False),
    Case("mark of byte order behind the header", AB, b"a,b\n\xef\xbb\xbfx,1\n", False),
    Case("mark of byte order in a cell", AB, b"a,b\nx\xef\xbb\xbf,1\n", True),
    Case("carriage returns only", AB, b"a,b\rx,1\ry,2\r", False),
    Case("a carriage return in a cell", AB, b"a,b\nx\ry,1\n", False),
    Case("mixed line ends", AB, b"a,b\r\nx,1\ny,2\r\n", True),
    Case("blank line inside", AB, b"a,b\nx,1\n\ny,2\n", False),
    Case("blank line at the end", AB, b"a,b\nx,1\n\n", False),
    Case("blank line of CRLF", AB, b"a,b\r\nx,1\r\n\r\n", False),
    Case("blank line first", AB, b"\na,b\nx,1\n", False),
    Case("blank line behind the header", AB, b"a,b\n\nx,1\n", False),
    Case("blank line where nothing is missing", AB, b"a,b\nx,1\n\n", False, {"missingValues": []}),
    Case("blank line in one column", A, b"a\nx\n\ny\n", False, {"missingValues": ["-"]}),
    Case("quoted empty cell in one column", A, b'a\nx\n""\ny\n', False, {"missingValues": ["-"]}),
    Case("line of spaces", A, b"a\nx\n \n", True),
    Case("line of spaces in two columns", AB, b"a,b\nx,1\n  \n", False),
    Case("all cells empty", AB, b"a,b\nx,1\n,\n", False),
    Case("all cells missing", AB, b"a,b\nx,1\n-,-\n", False, {"missingValues": ["", "-"]}),
    Case("short row", AB, b"a,b\nx\n", False),
    Case("long row", AB, b"a,b\nx,1,2\n", False),
    Case("separator at the end of a row", AB, b"a,b\nx,1,\n", False),
    Case("separator at the end of all rows", AB, b"a,b,\nx,1,\n", False),
    Case("short row in the middle of many", AB, b"a,b\n" + b"x,1\n" * 500 + b"x\n" + b"x,1\n" * 500, False),
    Case("separator in quotes", AB, b'a,b\n"x,y",1\n', True),
    Case("line end in quotes", AB, b'a,b\n"x\ny",1\n', True),
    Case("CRLF in quotes", AB, b'a,b\r\n"x\r\ny",1\r\n', True),
    Case("paragraphs in quotes", AB, b'a,b\n"x\n\ny",1\n', True),
    Case("doubled quotation mark", AB, b'a,b\n"x""y",1\n', True),
    Case("nothing but quotation marks", AB, b'a,b\n"""",1\n"""""",2\n"",3\n', True),
    Case("everything quoted", AB, b'"a","b"\n"x","1"\n', True),
    Case("header over two lines", ("a\nb:string", "c:integer"), b'"a\nb",c\nx,1\n', True),
    Case("lone quotation mark in a cell", AB, b'a,b\nx"y,1\n', False),
    Case("text behind a quotation", AB, b'a,b\n"x"y,1\n', False),
    Case("space before a quotation", AB, b'a,b\n "x",1\n', False),
    Case("quotation never closed", AB, b'a,b\n"x,1\ny,2\n', False),
    Case("quotation closed much later", AB, b'a,b\n"x,1\ny,2\n",3\n', True),
    Case("odd marks in two cells", AB, b'a,b\nx",1\ny",2\n', False),
    Case("NUL", AB, b"a,b\nx\0y,1\n", False),
    Case("vertical tab and other separators of Unicode", AB, "a,b\nx\x0b\x0c\x1c\x85\u2028y,1\n".encode(), True),
    Case("truncated UTF-8 at the end", A, b"a\nx\xc3", False),
    Case("truncated UTF-8 inside", A, b"a\nx\xc3y\n", False),
    Case("overlong UTF-8", A, b"a\nx\xc0\x80\n", False),
    Case("surrogate in UTF-8", A, b"a\nx\xed\xa0\x80\n", False),
    Case("beyond Unicode", A, b"a\nx\xf4\x90\x80\x80\n", False),
    Case("Latin-1 read as UTF-8", A, b"a\nx\xe9\n", False),
    Case("declared Latin-1", A, b"a\nx\xe9\n", False, {}, {"encoding": "latin-1"}),
    Case("UTF-16", A, "a\nx\n".encode("utf-16"), False),
    # labels
    Case("spaces around labels", AB, b"a ,b \nx,1\ny,2\n", True),
    Case("labels in capitals", AB, b"A,b\nx,1\n", False),
    Case("labels in another order", AB, b"b,a\n1,x\n", False),
    Case("label twice", AB, b"a,a\nx,1\n", False),
    Case("no label", AB, b"a,\nx,1\n", False),
    Case("label too many", AB, b"a,b,c\nx,1,2\n", False),
    Case("label too few", AB, b"a\nx\n", False),
    Case("matched by name", AB, b"b,a\n1,x\n", False, {"fieldsMatch": "equal"}),
    # dialect
    Case("semicolons sniffed", AB, b"a;b\nx;1\ny;2\n", True),
    Case("tabs sniffed", AB, b"a\tb\nx\t1\ny\t2\n", True),
    Case("semicolons declared", AB, b"a;b\nx,y;1\n", True, {}, {"dialect": {"delimiter": ";"}}),
    Case("commas where semicolons are declared", AB, b"a,b\nx,1\n", False, {}, {"dialect": {"delimiter": ";"}}),
    Case("odd delimiter", AB, b"a:b\nx:1\n", False, {}, {"dialect": {"delimiter": ":"}}),
    Case("spaces skipped", AB, b"a, b\nx, 1\n", False, {}, {"dialect": {"skipInitialSpace": True}}),
    Case("single quotes", AB, b"a,b\n'x,y',1\n", False, {}, {"dialect": {"quoteChar": "'"}}),
    Case("backslash escapes", AB, b'a,b\n"x\\"y",1\n', False, {}, {"dialect": {"escapeChar": "\\"}}),
    Case("comments", AB, b"a,b\n#,1\nx,1\n", False, {}, {"dialect": {"commentChar": "#"}}),
    Case("no header", AB, b"x,1\ny,2\n", True, {}, {"dialect": {"header": False}}),
    Case("nothing behind a mark of byte order", A, b"\xef\xbb\xbf", False, {}, {"dialect": {"header": False}}),
    Case("header in the second row", AB, b"title\na,b\nx,1\n", False, {}, {"dialect": {"headerRows": [2]}}),
    Case("header found in the second row", AB, b"title\na,b\nx,1\ny,2\nz,3\n", False),
    Case("number of rows", AB, b"a,b\nx,1\n", True, {}, {"rows": 1}),
    Case("wrong number of rows", AB, b"a,b\nx,1\n", False, {}, {"rows": 2}),
    Case("wrong number of bytes", AB, b"a,b\nx,1\n", False, {}, {"bytes": 7}),
    Case("wrong hash", AB, b"a,b\nx,1\n", False, {}, {"hash": "sha256:00"}),
    # cells that the library takes, however odd
    *(Case(f"integer {text!r}", N, f"a,n\nx,{text}\n".encode(), True)
      for text in (" 1 ", "1_000", "+1", "-0", "007", "１２", "٣", "9223372036854775808", "9" * 60, "1\u00a0")),
    *(Case(f"number {text!r}", ("a:string", "n:number"), f"a,n\nx,{text}\n".encode(), True)
      for text in ("1.", ".5", "1e5", "NaN", "-inf", "INF", "1_0.5", " 1 ", "١٢", "1" * 400)),
    *(Case(f"date {text!r}", ("a:string", "n:date"), f"a,n\nx,{text}\n".encode(), True)
      for text in ("2020-1-5", "２０２０-01-05", "0001-01-01", "2024-02-29")),
    *(Case(f"year {text!r}", ("a:string", "n:year"), f"a,n\nx,{text}\n".encode(), True)
      for text in ("+202", " 202", "20_0", "0000", "２０２０")),
    # and those that it does not take
    *(Case(f"no integer {text!r}", N, f"a,n\nx,{text}\n".encode(), False)
      for text in ("1.0", "1e3", "²", "1__0", "_1", "0x10", "--1", "- 1", "1 0", "9" * 5000, "−1", "\ufeff1")),
    *(Case(f"no number {text!r}", ("a:string", "n:number"), f"a,n\nx,{text}\n".encode(), False)
      for text in ("1.000.5", "0x10", "1e", "Rp1", "½", "1.5.")),
    *(Case(f"no date {text!r}", ("a:string", "n:date"), f"a,n\nx,{text}\n".encode(), False)
      for text in (" 2020-01-05", "2020-02-30", "2025-02-29", "20200105", "0000-01-01", "2020-01-05 ", "2020-13-01")),
    *(Case(f"no moment {text!r}", ("a:string", "n:datetime"), f"a,n\nx,{text}\n".encode(), False)
      for text in ("2025-02-29T10:00:00", "2025-07-04T10:00", "2025-07-04T25:00:00", "0000-01-01T00:00:00",
                   "2025-07-04T10:00:60")),
    *(Case(f"no boolean {text!r}", ("a:string", "n:boolean"), f"a,n\nx,{text}\n".encode(), False)
      for text in ("tRUE", " true", "yes", "ya", "01")),
    # keys
    Case("composite key", AB, b"a,b\nx,1\nx,2\ny,1\n", True, TWO),
    Case("composite key with a gap", AB, b"a,b\nx,\nx,1\n,1\n", True, TWO),
    Case("composite key twice with a gap", AB, b"a,b\nx,\ny,1\nx,\n", False, TWO),
    Case("key twice by another spelling", AB, b"a,b\nx,1\nx,01\n", False, TWO),
    Case("key twice with a sign", ("a:integer",), b"a\n1\n2\n+1\n", False, {"primaryKey": ["a"]}),
    Case("key twice, as numbers", ("a:number",), b"a\n1\n2\n1.0\n", False, {"primaryKey": ["a"]}),
    Case("key twice, as moments", ("a:datetime",), b"a\n2025-01-01T07:00:00+07:00\n2025-01-01T00:00:00Z\n", False,
         {"primaryKey": ["a"]}),
    Case("different moments", ("a:datetime",), b"a\n2025-01-01T07:00:00\n2025-01-01T00:00:00\n", True,
         {"primaryKey": ["a"]}),
    Case("key differs in spaces", A, b"a\nx\nx \n", True, {"primaryKey": ["a"]}),
    Case("key empty", AB, b"a,b\n,1\nx,2\n", False, {"primaryKey": ["a"]}),
    Case("key of gaps spelt in two ways", AB, b"a,b\n-,1\n,1\n", False, TWO | {"missingValues": ["", "-"]}),
    Case("rising key", A, b"a\n" + b"".join(b"%03d\n" % n for n in range(300)), True, {"primaryKey": ["a"]}),
    Case("rising key that falls at the end", A, b"a\n" + b"".join(b"%03d\n" % n for n in [*range(300), 7]), False,
         {"primaryKey": ["a"]}),
    Case("refers to itself", ("a:string", "b:string"), b"a,b\nx,\ny,x\n", True, FK),
    Case("refers to nothing", ("a:string", "b:string"), b"a,b\nx,\ny,z\n", False, FK),
    Case("refers by another spelling", ("a:integer", "b:integer"), b"a,b\n1,\n2,01\n", True, FK),
    Case("refers across types", ("a:integer", "b:string"), b"a,b\n1,\n2,1\n", False, FK),
    Case("refers across types that are equal", ("a:integer", "b:number"), b"a,b\n1,\n2,1.0\n", True, FK),
    Case("refers to a number that is none", ("a:number", "b:number"), b"a,b\nNaN,\n2,NaN\n", False, FK),
)  # fmt: skip
