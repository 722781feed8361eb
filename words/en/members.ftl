## The list of members
members = Members
members-count = { $count ->
    [one] { $count } member or associate member
   *[other] { $count } members and associate members
}
members-about = Members and associate members of the convening body, in one English alphabetical list.
members-none = No members have been entered yet.
associate-member = Associate member
member = Member
member-non-regional = Member outside the region
associate-note = Associate members are marked.

## One member
subregion = Subregion
subregion-enea = East and North-East Asia
subregion-nca = North and Central Asia
subregion-pac = Pacific
subregion-sswa = South and South-West Asia
subregion-sea = South-East Asia
subregion-nonreg = Outside the region
membership = Membership
member-organizations = Organizations for development cooperation
member-organizations-none = The member has not yet confirmed an organization.
all-members = All members
member-description = { $name }: its organizations for development cooperation.

## One organization
kind = Kind
kind-agency = Agency
kind-ministry = Ministry
kind-ministry-unit = Unit of a ministry
kind-programme = Programme
kind-fund = Fund
kind-council = Council
kind-dfi = Development finance institution
kind-un-entity = United Nations entity
kind-igo = Intergovernmental organization
kind-ngo = Non-governmental organization
kind-university = University
kind-other = Organization
organization-member = Member
acronym = Acronym
parent-body = Part of
since = Since
website = Web site
