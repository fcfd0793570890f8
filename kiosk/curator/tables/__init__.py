"""Exhibits as tables, for curators who live in spreadsheets."""
