package org.quittance.api.model;

/** What an actor may do; checked at the service boundary. Roles do not include each other. */
public enum Role {
    READER,
    CLERK,
    APPROVER,
    ADMINISTRATOR
}
