"""What machines read, and the pages above the languages. One module an output.

A new output is its module and its line here: in `PER_LANGUAGE` with a function
`write(edition, written, site)`, in `SHARED` with `write(editions, site)`.
"""

from __future__ import annotations

from generator.outputs import calendar, root_pages, schema_files, search_index, sitemap, sitemap_index

PER_LANGUAGE = (search_index, sitemap)
SHARED = (sitemap_index, schema_files, root_pages, calendar)
