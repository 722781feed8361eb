people = People and roles
people-hint = A role opens the desk or a task on it. It takes effect at once.
name = Name
email = Email
password = Password
password-hint = 8 characters or more
role = Role
give-role = Give this role
take-role = Take away
problem = There is a problem
name-wrong = Enter the name, in at most 200 characters
email-wrong = Enter an e-mail address, such as name@ministry.example
email-known = This address has an account already. Use another.
no-account = No account has this address. The person makes one first.
last-administrator = The last administrator stays: give the role to somebody else first.
begin = Make the administrator’s account
begin-words = This site has no administrator yet. The link you opened makes one, once.
create-account = Create account
role-administrator = Administrator
role-officer = Secretariat officer
role-registrar = Registrar
role-focal-point = Focal point
role-contributor = Contributor
role-provider = Provider officer
role-chair = Working-group chair
role-delegate = Delegate
people-count = { $count ->
    [one] { $count } role given
   *[other] { $count } roles given
}
scope-roles = See who has which role, give roles and take them
