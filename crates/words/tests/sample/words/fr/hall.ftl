title = La « grande » salle
type = Nature
greeting = Bienvenue, { $name } !
seats = { $count ->
    [0] Plus une place
    [one] Il reste { $count } place
   *[other] Il reste { $count } places
}
place = { $kind ->
    [online] En ligne
    [hybrid] À { $city } et en ligne
   *[other] À { $city }
}
braces = { "{" } { $name } { "}" } et rien d'autre
two = Sur { $n ->
    [one] une place
   *[other] { $n } places
}, { $name } en a pris { $count ->
    [one] une
   *[other] { $count }
}.
lines =
    La première ligne
    et la seconde.
