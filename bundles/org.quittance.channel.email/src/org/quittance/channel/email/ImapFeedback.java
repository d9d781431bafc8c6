package org.quittance.channel.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.quittance.api.channel.ChannelException;
import org.quittance.api.channel.ChannelFeedback;
import org.quittance.api.channel.ChannelReport;
import org.quittance.api.time.BusinessClock;

/**
 * Reads what came back to an account from its mailbox and changes nothing there. The cursor is the validity of the folder's
 * numbers and the last number read; a folder that was made anew is read from its beginning. In a simulated workspace nobody is
 * asked. Safe for any thread.
 */
@Component(configurationPid = "org.quittance.channel.email", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ImapFeedback implements ChannelFeedback {

    private static final int PAGE = 100;
    private static final int BYTES_MAX = 1_000_000;

    private final String id;
    private final Optional<MailServer> server;
    private final String folder;

    /** @throws IllegalArgumentException where a value of the account cannot be, which it names */
    @Activate
    public ImapFeedback(EmailAccount account, @Reference BusinessClock clock) {
        this(account.id(), clock.isSimulated() ? Optional.empty() : MailServer.imap(account), account.imap$_$folder());
    }

    ImapFeedback(String id, Optional<MailServer> server, String folder) {
        this.id = id;
        this.server = server;
        this.folder = folder;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Page after(String cursor) throws ChannelException {
        return server.isEmpty()
                ? new Page(List.of(), cursor, true, 0)
                : MailClasses.with(() -> fetched(server.get(), cursor));
    }

    private Page fetched(MailServer imap, String cursor) throws ChannelException {
        Session session = imap.session("imap");
        try (Store store = connected(imap, session);
                Folder open = store.getFolder(folder)) {
            open.open(Folder.READ_ONLY);
            return read(session, open, cursor);
        } catch (MessagingException e) {
            throw ChannelException.passing(
                    "the folder " + folder + " of " + imap + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw ChannelException.passing("the connection to " + imap + " broke: " + e.getMessage(), e);
        }
    }

    private static Store connected(MailServer imap, Session session) throws ChannelException {
        Store store = new IMAPStore(session, new URLName("imap", null, -1, null, null, null));
        String secret = imap.secret().isPresent() ? imap.secret().get().read() : "";
        try {
            store.connect(imap.host(), imap.port(), imap.user().orElse(""), secret);
            return store;
        } catch (AuthenticationFailedException e) {
            throw ChannelException.lasting(
                    imap + " does not accept the password or token of "
                            + imap.user().orElse("nobody"),
                    e);
        } catch (MessagingException e) {
            throw MailFailures.connecting(imap, e);
        }
    }

    private static Page read(Session session, Folder open, String cursor) throws MessagingException, IOException {
        UIDFolder numbered = (UIDFolder) open;
        String validity = numbered.getUIDValidity() + ":";
        long last = cursor.startsWith(validity) ? Long.parseLong(cursor.substring(validity.length())) : 0;
        List<ChannelReport> reports = new ArrayList<>();
        int unrelated = 0;
        int looked = 0;
        boolean isLast = true;
        for (Message message : numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            long number = numbered.getUID(message);
            // A server answers with the last message where there is none in the range.
            if (number > last) {
                if (looked == PAGE) {
                    isLast = false;
                    break;
                }
                looked++;
                last = number;
                Optional<ChannelReport> report = new Returned(
                                validity + number, message.getReceivedDate().toInstant(), parsed(session, message))
                        .report();
                report.ifPresent(reports::add);
                unrelated += report.isPresent() ? 0 : 1;
            }
        }
        return new Page(reports, validity + last, isLast, unrelated);
    }

    /** The beginning of a message is enough to know what it is; one of any length must not fill the memory. */
    private static MimeMessage parsed(Session session, Message message) throws MessagingException, IOException {
        IMAPMessage peeked = (IMAPMessage) message;
        peeked.setPeek(true);
        try (InputStream in = peeked.getMimeStream()) {
            return new MimeMessage(session, new ByteArrayInputStream(in.readNBytes(BYTES_MAX)));
        }
    }
}
