"""Views → tables that can be taken along: workbook, CSV, JSON, Word (导出)."""
