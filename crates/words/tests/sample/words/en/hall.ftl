## Every kind of sentence the generator knows
title = The "great" hall
type = Kind
greeting = Welcome, { $name }
seats = { $count ->
    [0] No seat is left
    [one] { $count } seat is left
   *[other] { $count } seats are left
}
place = { $kind ->
    [online] On line
    [hybrid] In { $city } and on line
   *[other] In { $city }
}
braces = { "{" } { $name } { "}" } and nothing else
two = { $name } took { $count ->
    [one] one seat
   *[other] { $count } seats
} of { $n ->
    [one] one
   *[other] { $n }
}.
lines =
    The first line
    and the second.
