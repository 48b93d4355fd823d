-- The clock asks whether this is a test database, and the roles that write frozen results and young people's names ask the clock.
grant select on installation to practiceweek_results, practiceweek_safeguarding;
