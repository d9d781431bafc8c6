package org.quittance.channel.email;

import jakarta.activation.CommandInfo;
import jakarta.activation.CommandMap;
import jakarta.activation.DataContentHandler;
import org.eclipse.angus.mail.handlers.multipart_mixed;
import org.eclipse.jdt.annotation.Nullable;

/** Knows one thing: how a multipart is written. The usual registry would have to be found in another bundle. */
final class MultipartCommands extends CommandMap {

    @Override
    public DataContentHandler createDataContentHandler(@Nullable String mimeType) {
        return new multipart_mixed();
    }

    @Override
    public CommandInfo[] getPreferredCommands(@Nullable String mimeType) {
        return new CommandInfo[0];
    }

    @Override
    public CommandInfo[] getAllCommands(@Nullable String mimeType) {
        return new CommandInfo[0];
    }

    @Override
    public CommandInfo getCommand(@Nullable String mimeType, @Nullable String name) {
        throw new UnsupportedOperationException("multiparts are only written here, never opened");
    }
}
