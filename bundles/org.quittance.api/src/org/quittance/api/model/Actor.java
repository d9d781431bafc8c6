package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;

/** Who changes something: an authenticated person or a named part of the system, with the roles it has now. */
public final class Actor {

    private final String name;
    private final Set<Role> roles;

    private Actor(String name, Set<Role> roles) {
        this.name = Texts.requireIdentifier(name, "name");
        this.roles = Set.copyOf(requireNonNull(roles, "roles"));
    }

    public static Actor of(String name, Set<Role> roles) {
        return new Actor(name, roles);
    }

    /** The only person of a one-person firm, who may do everything. */
    public static Actor withAllRoles(String name) {
        return new Actor(name, EnumSet.allOf(Role.class));
    }

    public String name() {
        return name;
    }

    public boolean has(Role role) {
        return roles.contains(requireNonNull(role, "role"));
    }

    public Set<Role> roles() {
        return roles;
    }

    @Override
    public String toString() {
        return name;
    }
}
