package org.quittance.api.channel;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.quittance.api.document.DocumentFile;
import org.quittance.api.document.RenderedMessage;
import org.quittance.api.model.Creditor;
import org.quittance.api.model.Debtor;

/** A message ready to leave. Grows; use the builder. */
public final class OutboundMessage {

    private final SendKey key;
    private final Creditor creditor;
    private final Debtor debtor;
    private final RenderedMessage content;
    private final Locale language;
    private final LocalDate date;
    private final Instant at;
    private final Path outbox;
    private final boolean simulated;
    private final List<DocumentFile> attachments;

    private OutboundMessage(Builder builder) {
        this.key = builder.key;
        this.creditor = requireNonNull(builder.creditor, "creditor");
        this.debtor = requireNonNull(builder.debtor, "debtor");
        this.content = requireNonNull(builder.content, "content");
        this.language = requireNonNull(builder.language, "language");
        this.date = requireNonNull(builder.date, "date");
        this.at = requireNonNull(builder.at, "at");
        this.outbox = requireNonNull(builder.outbox, "outbox");
        this.simulated = builder.simulated;
        this.attachments = builder.attachments;
    }

    public static Builder keyed(SendKey key) {
        return new Builder(key);
    }

    public SendKey key() {
        return key;
    }

    public Creditor creditor() {
        return creditor;
    }

    public Debtor debtor() {
        return debtor;
    }

    public RenderedMessage content() {
        return content;
    }

    public Locale language() {
        return language;
    }

    /** The date of the message in the creditor's zone. */
    public LocalDate date() {
        return date;
    }

    /** The instant of sending, UTC; simulated where the workspace is. */
    public Instant at() {
        return at;
    }

    /** An existing folder for channels that produce files. Files appear there under their final name only when complete. */
    public Path outbox() {
        return outbox;
    }

    /** When true nothing may leave the house; a channel that would transmit writes a file into the outbox instead. */
    public boolean isSimulated() {
        return simulated;
    }

    /** What goes with it besides the letter itself, copies of invoices for instance. */
    public List<DocumentFile> attachments() {
        return attachments;
    }

    /** Collects the parts; not for several threads. */
    public static final class Builder {

        private final SendKey key;
        private @Nullable Creditor creditor;
        private @Nullable Debtor debtor;
        private @Nullable RenderedMessage content;
        private @Nullable Locale language;
        private @Nullable LocalDate date;
        private @Nullable Instant at;
        private @Nullable Path outbox;
        private boolean simulated;
        private List<DocumentFile> attachments = List.of();

        private Builder(SendKey key) {
            this.key = requireNonNull(key, "key");
        }

        public Builder from(Creditor value) {
            this.creditor = value;
            return this;
        }

        public Builder to(Debtor value) {
            this.debtor = value;
            return this;
        }

        public Builder content(RenderedMessage value, Locale inLanguage) {
            this.content = value;
            this.language = inLanguage;
            return this;
        }

        public Builder dated(LocalDate value, Instant instant) {
            this.date = value;
            this.at = instant;
            return this;
        }

        public Builder outbox(Path value) {
            this.outbox = value;
            return this;
        }

        public Builder simulated(boolean value) {
            this.simulated = value;
            return this;
        }

        public Builder attachments(List<DocumentFile> value) {
            this.attachments = List.copyOf(value);
            return this;
        }

        public OutboundMessage build() {
            return new OutboundMessage(this);
        }
    }
}
