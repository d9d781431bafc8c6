package org.quittance.api.model;

import static java.util.Objects.requireNonNull;

/**
 * An open item in the state in which something was decided about it.
 *
 * @param token opaque text of the store; differs whenever amount, due date, dispute or existence of the item differ
 */
public record ItemToken(ItemKey item, String token) {

    public ItemToken {
        requireNonNull(item, "item");
        Texts.requireText(token, "token");
    }
}
