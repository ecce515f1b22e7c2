"""The form of the site: fields made from the schemas, and what the browser is told about them."""
