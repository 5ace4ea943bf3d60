extension Production {
  /// Dates and times.
  static let moments = [
    Production(
      "date-time", "x = 1979-05-27T07:32:00Z\ny = 1979-05-27\nz = 07:32:00",
      #""x" = 1979-05-27T07:32:00+00:00, "y" = 1979-05-27, "z" = 07:32:00"#,
      not: "x = 1979-05-27T", "1:5 there is no such date or time"),
    Production(
      "date-fullyear", "x = 0001-01-01", #""x" = 0001-01-01"#,
      not: "x = 79-05-27", "1:5 there is no such date or time"),
    Production(
      "date-month", "x = 1979-12-01", #""x" = 1979-12-01"#,
      not: "x = 1979-13-01", "1:5 there is no such date or time"),
    Production(
      "date-mday", "x = 2000-02-29", #""x" = 2000-02-29"#,
      not: "x = 1900-02-29", "1:5 there is no such date or time"),
    Production(
      "time-delim", "x = 1979-05-27t07:32:00\ny = 1979-05-27 07:32:00",
      #""x" = 1979-05-27T07:32:00, "y" = 1979-05-27T07:32:00"#,
      not: "x = 1979-05-27_07:32:00", "1:5 there is no such date or time"),
    Production(
      "time-hour", "x = 23:00:00", #""x" = 23:00:00"#,
      not: "x = 24:00:00", "1:5 there is no such date or time"),
    Production(
      "time-minute", "x = 00:59:00", #""x" = 00:59:00"#,
      not: "x = 00:60:00", "1:5 there is no such date or time"),
    Production(
      "time-second", "x = 23:59:60", #""x" = 23:59:60"#,
      not: "x = 23:59:61", "1:5 there is no such date or time"),
    Production(
      "time-secfrac", "x = 00:00:00.5\ny = 00:00:00.1234567899",
      #""x" = 00:00:00.500000000, "y" = 00:00:00.123456789"#,
      not: "x = 00:00:00.", "1:5 there is no such date or time"),
    Production(
      "time-numoffset", "x = 1979-05-27T00:32:00-07:30\ny = 1979-05-27T00:32:00+23:59",
      #""x" = 1979-05-27T00:32:00-07:30, "y" = 1979-05-27T00:32:00+23:59"#,
      not: "x = 1979-05-27T00:32:00-", "1:5 there is no such date or time"),
    Production(
      "time-offset", "x = 1979-05-27T00:32:00z", #""x" = 1979-05-27T00:32:00+00:00"#,
      not: "x = 1979-05-27T00:32:00+24:00", "1:5 there is no such date or time"),
    Production(
      "partial-time", "x = 07:32:00.25", #""x" = 07:32:00.250000000"#,
      not: "x = 07:32", "1:5 there is no such date or time"),
    Production(
      "full-date", "x = 1979-05-27", #""x" = 1979-05-27"#,
      not: "x = 1979-5-27", "1:5 there is no such date or time"),
    Production(
      "full-time", "x = 1979-05-27T00:32:00.5Z", #""x" = 1979-05-27T00:32:00.500000000+00:00"#,
      not: "x = 1979-05-27T00:32:00.5Y", "1:5 there is no such date or time"),
    Production(
      "offset-date-time", "x = 1979-05-27 00:32:00Z", #""x" = 1979-05-27T00:32:00+00:00"#,
      not: "x = 1979-05-27  00:32:00Z", "1:17 expected the end of the line"),
    Production(
      "local-date-time", "x = 1979-05-27 00:32:00", #""x" = 1979-05-27T00:32:00"#,
      not: "x = 1979-05-27 00:32", "1:5 there is no such date or time"),
    Production(
      "local-date", "x = 1979-05-27 # a day", #""x" = 1979-05-27"#,
      not: "x = 1979-05-32", "1:5 there is no such date or time"),
    Production(
      "local-time", "x = 07:32:00", #""x" = 07:32:00"#,
      not: "x = 07:32:00Z", "1:5 there is no such date or time"),
  ]
}
