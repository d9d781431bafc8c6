package org.quittance.architecture.tests;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The two things the rules ask of a class file: the text of its constant pool, and the descriptors of its members. */
record ClassFile(String name, Collection<String> constants, List<String> descriptors) {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD_HANDLE = 15;

    static ClassFile read(URL url) {
        try (InputStream raw = url.openStream();
                DataInputStream in = new DataInputStream(raw)) {
            in.skipNBytes(8);
            Map<Integer, String> constants = constantPool(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            List<String> descriptors = new ArrayList<>();
            readMembers(in, constants, descriptors);
            readMembers(in, constants, descriptors);
            return new ClassFile(url.getPath(), constants.values(), descriptors);
        } catch (IOException e) {
            throw new IllegalStateException(url.toString(), e);
        }
    }

    boolean mentionsPackage(String internalName) {
        return constants.stream().anyMatch(c -> c.startsWith(internalName) || c.contains("L" + internalName));
    }

    boolean hasFloatingPointMember() {
        return descriptors.stream()
                .map(d -> d.replaceAll("L[^;]*;", ""))
                .anyMatch(d -> d.contains("D") || d.contains("F"));
    }

    private static Map<Integer, String> constantPool(DataInputStream in) throws IOException {
        Map<Integer, String> texts = new TreeMap<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.put(i, in.readUTF());
            } else {
                in.skipNBytes(sizeOf(tag));
            }
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        return texts;
    }

    private static int sizeOf(int tag) {
        return switch (tag) {
            case LONG, DOUBLE -> 8;
            case METHOD_HANDLE -> 3;
            case 7, 8, 16, 19, 20 -> 2;
            default -> 4;
        };
    }

    private static void readMembers(DataInputStream in, Map<Integer, String> constants, List<String> descriptors)
            throws IOException {
        for (int members = in.readUnsignedShort(); members > 0; members--) {
            in.skipNBytes(4);
            descriptors.add(constants.get(in.readUnsignedShort()));
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt());
            }
        }
    }
}
