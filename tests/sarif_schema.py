"""The JSON schema of SARIF 2.1.0; where it is from stands beside it."""

import json
from pathlib import Path

import jsonschema

_SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
VALIDATOR = jsonschema.Draft202012Validator(_SCHEMA, format_checker=jsonschema.FormatChecker())
