package org.campaignbot.storage.sealing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes texts in a row as one byte string, each prefixed with its length, so that no two lists have the same bytes. */
public final class LengthPrefixed {

    private static final int MISSING = -1;

    private LengthPrefixed() {}

    public static byte[] write(@Nullable String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                byte[] encoded = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text == null ? MISSING : encoded.length);
                out.write(encoded);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static List<@Nullable String> read(byte[] bytes) {
        List<@Nullable String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                int length = in.readInt();
                texts.add(length == MISSING ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        } catch (IOException cutShort) {
            throw new UncheckedIOException(cutShort);
        }
        return texts;
    }
}
