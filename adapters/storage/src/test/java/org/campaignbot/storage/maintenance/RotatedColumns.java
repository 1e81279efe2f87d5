package org.campaignbot.storage.maintenance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that a key rotation changes, by table. */
public final class RotatedColumns {

    private RotatedColumns() {}

    /** The columns of hashes. */
    public static Map<String, List<String>> hashes(Connection connection) throws SQLException {
        return KeyRotation.hashColumns(connection);
    }

    /** The columns of ciphertext. */
    public static Map<String, Set<String>> sealed() {
        return Resealing.COLUMNS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(Resealing.Sealed::column)
                                .collect(Collectors.toSet())));
    }
}
