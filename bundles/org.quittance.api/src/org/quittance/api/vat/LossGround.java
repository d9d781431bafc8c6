package org.quittance.api.vat;

/** Why a receivable is lost. */
public enum LossGround {
    /** Nothing more can be done, and it can be shown. */
    IRRECOVERABLE,
    /** A court opened liquidation; many countries grant relief from that day on. */
    LIQUIDATION
}
