package org.quittance.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quittance.service.server.CommandCall;

/** A typed command as one JSON object on the wire. */
record CommandRequest(List<String> arguments, Path directory, Locale language, boolean terminal) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    static CommandRequest of(CommandCall call) {
        return new CommandRequest(
                call.arguments(), call.directory().toAbsolutePath(), call.language(), call.terminal());
    }

    byte[] toBytes() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("v", VERSION);
        arguments.forEach(root.putArray("arguments")::add);
        root.put("directory", directory.toString());
        root.put("language", language.toLanguageTag());
        root.put("terminal", terminal);
        return JSON.writeValueAsBytes(root);
    }

    /** @throws IOException where it is of another version of the protocol, or no request at all */
    static CommandRequest read(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(bytes);
        if (root.path("v").asInt() != VERSION || !root.path("arguments").isArray()) {
            throw new IOException("not a command of protocol " + VERSION);
        }
        List<String> arguments = new ArrayList<>();
        root.path("arguments").forEach(argument -> arguments.add(argument.asText()));
        return new CommandRequest(
                arguments,
                Path.of(root.path("directory").asText()),
                Locale.forLanguageTag(root.path("language").asText()),
                root.path("terminal").asBoolean());
    }
}
