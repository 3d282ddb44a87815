"""The printable pack and the page that works offline."""
