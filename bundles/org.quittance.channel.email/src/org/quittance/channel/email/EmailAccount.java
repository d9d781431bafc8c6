package org.quittance.channel.email;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** One account e-mails are sent from; a firm may have several. */
@ObjectClassDefinition(
        id = "org.quittance.channel.email",
        name = "E-mail account",
        description = "An account reminders are sent from. Without a host messages are only written to files, in "
                + "workspaces created as simulated, where nothing is ever transmitted.")
@interface EmailAccount {

    @AttributeDefinition(
            name = "Identifier",
            description = "Name of this channel, unique among all channels, such as email-lyon.")
    String id() default "email";

    @AttributeDefinition(
            name = "Sender address",
            description = "Address in the From header. Empty: the e-mail address of the creditor.",
            required = false)
    String from$_$address() default "";

    @AttributeDefinition(
            name = "Creditors",
            description = "Identifiers of the creditors this account sends for. Empty: all.",
            required = false)
    String[] creditors() default {};

    @AttributeDefinition(
            name = "SMTP server",
            description = "Name of the submission server, as in its certificate. Empty: nothing is transmitted.",
            required = false)
    String host() default "";

    @AttributeDefinition(
            name = "SMTP port",
            description = "0: the usual one, 587 for starttls, 465 for tls, 25 for local.",
            min = "0",
            max = "65535",
            required = false)
    int port() default 0;

    @AttributeDefinition(
            name = "Security",
            description =
                    "starttls and tls check the certificate, always. local sends unencrypted, without a password, "
                            + "to a server on this machine only.",
            options = {@Option("starttls"), @Option("tls"), @Option("local")},
            required = false)
    String security() default "starttls";

    @AttributeDefinition(
            name = "User",
            description = "Whom to log in as, for SMTP and IMAP. Empty: no login.",
            required = false)
    String user() default "";

    @AttributeDefinition(
            name = "Password file",
            description = "File with the password, readable by its owner only; relative to the workspace. Not in etc, "
                    + "which is part of backups.",
            required = false)
    String password$_$file() default "";

    @AttributeDefinition(
            name = "Token file",
            description = "File with an OAuth2 access token in place of a password, kept fresh by another program; "
                    + "readable by its owner only.",
            required = false)
    String token$_$file() default "";

    @AttributeDefinition(
            name = "Trusted certificates",
            description = "File of certificates (PEM) trusted besides those of Java; relative to the workspace.",
            required = false)
    String trusted$_$certificates() default "";

    @AttributeDefinition(
            name = "Connections",
            description = "How many connections may be open to the server at once.",
            min = "1",
            max = "32",
            required = false)
    int connections() default 4;

    @AttributeDefinition(
            name = "Messages per minute",
            description = "What is beyond waits for a later dispatch. 0: no limit.",
            min = "0",
            required = false)
    int rate$_$per$_$minute() default 0;

    @AttributeDefinition(
            name = "Timeout in seconds",
            description = "How long to wait for a connection and for each answer of the server.",
            min = "1",
            max = "600",
            required = false)
    int timeout$_$seconds() default 60;

    @AttributeDefinition(
            name = "IMAP server",
            description = "Where bounces and answers to this account arrive. Empty: nothing is fetched.",
            required = false)
    String imap$_$host() default "";

    @AttributeDefinition(
            name = "IMAP port",
            description = "0: the usual one, 143 for starttls and local, 993 for tls.",
            min = "0",
            max = "65535",
            required = false)
    int imap$_$port() default 0;

    @AttributeDefinition(
            name = "IMAP folder",
            description = "The folder read; nothing in it is changed.",
            required = false)
    String imap$_$folder() default "INBOX";

    @AttributeDefinition(
            name = "Directory",
            description = "Folder that relative files of this account are in; the workspace sets it.",
            required = false)
    String directory() default "";
}
