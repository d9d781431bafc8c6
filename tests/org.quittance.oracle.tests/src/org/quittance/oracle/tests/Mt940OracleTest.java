package org.quittance.oracle.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.field.Field62F;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.api.importer.AccountStatement;
import org.quittance.api.importer.StatementEntry;
import org.quittance.api.model.Money;
import org.quittance.importer.bank.Mt940Importer;

/** Our reader of MT940 and Prowide's read the same movements and balances out of the same files. */
class Mt940OracleTest {

    private static final String HEAD =
            "{1:F01EXEMFRPPXXXX0000000000}{2:O9400000260303EXEMFRPPXXXX00000000002603030000N}{4:\r\n";

    /** What both must agree on. */
    private record Seen(BigDecimal amount, LocalDate value) {}

    static Stream<Path> files() throws IOException {
        return BankFiles.named("mt940.*").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothReadTheSameMovementsAndBalances(Path file) throws IOException {
        List<MT940> theirs = messages(Files.readString(file, StandardCharsets.ISO_8859_1));
        List<Seen> movements = new ArrayList<>();
        List<BigDecimal> closings = new ArrayList<>();
        List<BigDecimal> openings = new ArrayList<>();
        for (MT940 message : theirs) {
            message.getField61().forEach(line -> movements.add(seen(line)));
            if (message.getField60F() != null) {
                openings.add(signed(message.getField60F()));
            }
            if (message.getField62F() != null) {
                closings.add(signed(message.getField62F()));
            }
        }
        BankFiles.Outcome ours = BankFiles.read(new Mt940Importer(), file);
        if (!ours.refusal().isEmpty()) {
            BigDecimal expected = movements.stream().map(Seen::amount).reduce(openings.get(0), BigDecimal::add);
            assertTrue(expected.compareTo(closings.get(0)) != 0, ours::refusal);
            return;
        }
        assertEquals(
                movements,
                ours.read().entries().stream().map(Mt940OracleTest::seen).toList());
        assertEquals(theirs.size(), ours.read().statements().size());
        assertEquals(
                closings,
                ours.read().statements().stream()
                        .filter(statement -> statement.until().isPresent())
                        .map(AccountStatement::closing)
                        .map(closing -> closing.map(Money::toDecimal).orElseThrow())
                        .toList());
    }

    private static Seen seen(StatementEntry entry) {
        return new Seen(entry.amount().toDecimal(), entry.valueDate());
    }

    private static Seen seen(Field61 line) {
        boolean isCredit = List.of("C", "RD").contains(line.getDebitCreditMark());
        BigDecimal amount = line.getAmountAsBigDecimal().setScale(2);
        return new Seen(
                isCredit ? amount : amount.negate(),
                LocalDate.ofInstant(
                        line.getValueDateAsCalendar().toInstant(),
                        line.getValueDateAsCalendar().getTimeZone().toZoneId()));
    }

    private static BigDecimal signed(Field60F balance) {
        return signed(balance.getDCMark(), balance.getAmountAsBigDecimal());
    }

    private static BigDecimal signed(Field62F balance) {
        return signed(balance.getDCMark(), balance.getAmountAsBigDecimal());
    }

    private static BigDecimal signed(String mark, BigDecimal amount) {
        return mark.equals("D") ? amount.setScale(2).negate() : amount.setScale(2);
    }

    /** Prowide wants each message in SWIFT's blocks. */
    private static List<MT940> messages(String file) {
        List<MT940> messages = new ArrayList<>();
        for (String message : file.split("(?m)^-(?:\\}.*)?$|^\\{1:.*\\{4:$")) {
            String body = message.strip();
            if (!body.isEmpty()) {
                messages.add(MT940.parse(HEAD + body.replace("\n", "\r\n").replace("\r\r", "\r") + "\r\n-}"));
            }
        }
        return messages;
    }
}
