package org.quittance.channel.email;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One account e-mails are sent from; a firm may have several. */
@ObjectClassDefinition(
        id = "org.quittance.channel.email",
        name = "E-mail account",
        description = "An account reminders are sent from. In this version messages are only written to files, in "
                + "workspaces created as simulated; transmission by SMTP follows.")
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
}
