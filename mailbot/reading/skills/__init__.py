"""What any writer may tell: numbers, hours of the week, days and times, the language, who rang whom."""
