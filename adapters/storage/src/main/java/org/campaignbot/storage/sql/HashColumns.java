package org.campaignbot.storage.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters and columns of a statement are hashes of ids: columns whose names end in {@code _hash}, and the position where
 * an alert's subscription scan stopped.
 */
public final class HashColumns {

    private static final String NAME = "(?:\\w+\\.)?(?:\\w+_hash|looked_at)";

    /** What precedes a parameter that is compared with a hash or becomes one. */
    private static final Pattern COMPARED =
            Pattern.compile(NAME + "\\s*(?:=|<>|>=|<=|>|<)\\s*(?:(?:any|all)\\s*\\(\\s*)?$");

    private static final Pattern IN_LIST = Pattern.compile(NAME + "\\s+(?:not\\s+)?in\\s*\\(\\s*$");
    private static final Pattern INSERT =
            Pattern.compile("insert into \\w+\\s*\\(([^)]*)\\)\\s*values\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final Map<String, HashColumns> KNOWN = new ConcurrentHashMap<>();

    private final BitSet marks;
    private volatile @Nullable BitSet columns;

    private HashColumns(BitSet marks) {
        this.marks = marks;
    }

    /** The hash columns of a statement; there are few statements, so each is parsed once. */
    static HashColumns of(String sql) {
        return KNOWN.computeIfAbsent(sql, each -> new HashColumns(marks(each)));
    }

    /** Whether this is the name of a hash column. */
    public static boolean isHash(String column) {
        return column.toLowerCase(Locale.ROOT).endsWith("_hash") || column.equalsIgnoreCase("looked_at");
    }

    /** Whether a parameter, counted from 1, is a hash. */
    boolean isMark(int mark) {
        return marks.get(mark);
    }

    /** The result columns that are hashes, counted from 1. */
    BitSet found(ResultSet rows) throws SQLException {
        BitSet known = columns;
        if (known == null) {
            known = new BitSet();
            ResultSetMetaData names = rows.getMetaData();
            for (int i = 1; i <= names.getColumnCount(); i++) {
                known.set(i, isHash(names.getColumnLabel(i)));
            }
            columns = known;
        }
        return known;
    }

    private static BitSet marks(String sql) {
        BitSet marks = new BitSet();
        Matcher insert = INSERT.matcher(sql);
        int values = insert.find() ? insert.end() : -1;
        String[] into = values < 0 ? new String[0] : insert.group(1).split(",");
        int mark = 0;
        int end = 0;
        int depth = 0;
        int place = 0;
        boolean inList = false;
        for (int i = 0; i < sql.length(); i++) {
            char letter = sql.charAt(i);
            if (values >= 0 && i >= values && depth >= 0) {
                depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
                place += letter == ',' && depth == 0 ? 1 : 0;
            }
            if (letter == '?') {
                mark++;
                String before = sql.substring(end, i);
                inList = IN_LIST.matcher(before).find()
                        || (inList && before.strip().equals(","));
                boolean isValue = values >= 0
                        && i >= values
                        && depth == 0
                        && place < into.length
                        && isHash(into[place].strip())
                        && isAlone(sql, i);
                marks.set(mark, inList || isValue || COMPARED.matcher(before).find());
                end = i + 1;
            }
        }
        return marks;
    }

    /** Whether a parameter is a whole value, not part of an expression. */
    private static boolean isAlone(String sql, int mark) {
        String before = sql.substring(0, mark).stripTrailing();
        return before.endsWith("(") || before.endsWith(",");
    }
}
