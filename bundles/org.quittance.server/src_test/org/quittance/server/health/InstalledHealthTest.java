package org.quittance.server.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quittance.api.health.Health;
import org.quittance.api.health.Health.Status;
import org.quittance.api.health.HealthCheck;
import org.quittance.api.text.Sentence;
import org.quittance.service.server.HealthService.Checked;

@Timeout(30)
class InstalledHealthTest {

    private final InstalledHealth health = new InstalledHealth(500);

    private record Check(String id, Callable<List<Health>> answer) implements HealthCheck {

        @Override
        public List<Health> check() throws Exception {
            return answer.call();
        }
    }

    private static List<Health> well(String subject) {
        return List.of(Health.of(subject, Status.OK, Sentence.plain("well")));
    }

    @Test
    void aCheckThatFailsOrHangsCostsItsOwnAnswerOnly() {
        CountDownLatch never = new CountDownLatch(1);
        health.addCheck(new Check("a-hangs", () -> {
            never.await();
            return List.of();
        }));
        health.addCheck(new Check("b-fails", () -> {
            throw new IllegalStateException("disk on fire");
        }));
        health.addCheck(new Check("c-works", () -> well("main")));
        List<Checked> all = health.check();
        assertEquals(
                List.of("a-hangs", "b-fails", "c-works"),
                all.stream().map(Checked::check).toList());
        assertEquals(
                List.of(Status.CRITICAL, Status.CRITICAL, Status.OK),
                all.stream().map(checked -> checked.health().status()).toList());
        assertTrue(all.get(1).health().text().toString().contains("disk on fire"));
    }

    @Test
    void aCheckThatWentAwayIsNotAsked() {
        Check check = new Check("c", () -> well("main"));
        health.addCheck(check);
        assertEquals(1, health.check().size());
        health.removeCheck(check);
        assertEquals(List.of(), health.check());
    }

    @Test
    void aDiskIsWellUntilAGibibyteIsLeft() {
        assertEquals(Status.OK, DiskCheck.of(1L << 30).status());
        assertEquals(Status.WARNING, DiskCheck.of((1L << 30) - 1).status());
        assertEquals(Status.CRITICAL, DiskCheck.of(99L << 20).status());
    }

    @Test
    void figuresHaveNamesThatMetricsMayHave() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Health("", Status.OK, Sentence.plain("well"), Map.of("Disk-Free", 1L)));
    }
}
