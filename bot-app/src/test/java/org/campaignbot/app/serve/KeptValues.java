package org.campaignbot.app.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Reads every value in a data folder's database from a copy of its files; sealed values are opened with the folder's key. */
final class KeptValues {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** A value and its column; its bytes are read as Latin-1. */
    record Kept(String column, String latin1) {

        Kept(String column, byte[] bytes) {
            this(column, new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private KeptValues() {}

    /** All values in a folder whose server has ended in any way. */
    static List<Kept> of(Path data) throws IOException, SQLException, GeneralSecurityException {
        Path copy = Files.createTempDirectory(data.toAbsolutePath().getParent(), "copy");
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        SecretKeySpec key = key(Files.readString(data.resolve("key")));
        List<Kept> values = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("bot.sqlite"))) {
            for (String table : tables(database)) {
                try (Statement statement = database.createStatement();
                        ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        addRow(table, rows, key, values);
                    }
                }
            }
        }
        return values;
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet names = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static void addRow(String table, ResultSet row, SecretKeySpec key, List<Kept> values)
            throws SQLException, GeneralSecurityException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = table + "." + row.getMetaData().getColumnName(i);
            Object value = row.getObject(i);
            if (value instanceof byte[] sealed) {
                values.add(new Kept(column, opened(sealed, key)));
            } else if (value != null) {
                values.add(new Kept(column, value.toString().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Decrypts a value. GCM's counter continues from 2; ignoring the tag, this needs no row name, so none can be forgotten here. */
    private static byte[] opened(byte[] sealed, SecretKeySpec key) throws GeneralSecurityException {
        byte[] counter = Arrays.copyOf(Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES), 16);
        counter[15] = 2;
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter));
        return cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES - TAG_BYTES);
    }

    /** The key that ids and messages are sealed with, derived by HKDF like in the storage. */
    private static SecretKeySpec key(String text) throws GeneralSecurityException {
        byte[] extracted = hash(new byte[32], Base64.getDecoder().decode(text.strip()));
        byte[] info = "campaign bot 1: ciphertext of ids".getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return new SecretKeySpec(hash(extracted, block), "AES");
    }

    private static byte[] hash(byte[] key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }
}
