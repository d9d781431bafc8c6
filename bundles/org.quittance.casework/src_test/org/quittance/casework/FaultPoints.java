package org.quittance.casework;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quittance.api.ledger.CaseLedger;
import org.quittance.api.ledger.LedgerBatch;
import org.quittance.api.ledger.LedgerWork;
import org.quittance.api.ledger.MessageState;
import org.quittance.api.ledger.PreparedMessage;
import org.quittance.api.ledger.StateChange;
import org.quittance.api.store.InvoiceStore;
import org.quittance.service.policy.Policy;

/**
 * Names the places in a run where a fault is worth having, and tells a visitor each time one is passed. Wraps the ledger, the
 * store and the channel of a test; the product knows nothing of it.
 */
final class FaultPoints {

    /** In the order in which a run passes them. */
    static final List<String> NAMES = List.of(
            "prepare.thanks-written",
            "prepare.run-begun",
            "prepare.message-written",
            "prepare.entry-written",
            "prepare.before-commit",
            "prepare.after-commit",
            "approve.before-commit",
            "approve.after-commit",
            "dispatch.rechecked",
            "dispatch.intention-written",
            "dispatch.content-kept",
            "dispatch.before-intention-commit",
            "dispatch.after-intention-commit",
            "dispatch.before-wire",
            "dispatch.half-on-wire",
            "dispatch.after-wire",
            "dispatch.outcome-written",
            "dispatch.before-outcome-commit",
            "dispatch.after-outcome-commit");

    private final Consumer<String> visitor;
    private final Map<String, Integer> passed = new HashMap<>();
    private String phase = "prepare";

    FaultPoints(Consumer<String> visitor) {
        this.visitor = visitor;
    }

    void phase(String name) {
        phase = name;
    }

    synchronized void pass(String point) {
        passed.merge(point, 1, Integer::sum);
        visitor.accept(point);
    }

    synchronized Map<String, Integer> passed() {
        return Map.copyOf(passed);
    }

    CaseLedger around(CaseLedger ledger) {
        return (CaseLedger) Proxy.newProxyInstance(
                CaseLedger.class.getClassLoader(), new Class<?>[] {CaseLedger.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("write")) {
                        return call(() -> method.invoke(ledger, arguments));
                    }
                    Commit commit = new Commit(phase);
                    LedgerWork work = (LedgerWork) arguments[2];
                    arguments[2] = (LedgerWork) batch -> {
                        work.run(commit.around(batch));
                        commit.pass("before-", "-commit");
                    };
                    Object result = call(() -> method.invoke(ledger, arguments));
                    commit.pass("after-", "-commit");
                    return result;
                });
    }

    InvoiceStore around(InvoiceStore store) {
        return (InvoiceStore) Proxy.newProxyInstance(
                InvoiceStore.class.getClassLoader(),
                new Class<?>[] {InvoiceStore.class},
                (proxy, method, arguments) -> {
                    Object result = call(() -> method.invoke(store, arguments));
                    if (method.getName().equals("recheck")) {
                        pass("dispatch.rechecked");
                    }
                    return result;
                });
    }

    /** One unit of work: in a dispatch what becomes SENDING makes it an intention, anything else an outcome. */
    private final class Commit {

        private final String in;
        private String kind = "";

        Commit(String in) {
            this.in = in;
            this.kind = in.equals("dispatch") ? "outcome" : "";
        }

        LedgerBatch around(LedgerBatch batch) {
            return (LedgerBatch) Proxy.newProxyInstance(
                    LedgerBatch.class.getClassLoader(),
                    new Class<?>[] {LedgerBatch.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("change")
                                && ((StateChange) arguments[0]).next() == MessageState.SENDING) {
                            kind = "intention";
                        }
                        Object result = call(() -> method.invoke(batch, arguments));
                        after(method.getName(), arguments);
                        return result;
                    });
        }

        private void after(String method, Object[] arguments) {
            if (in.equals("prepare")) {
                switch (method) {
                    case "beginRun" -> FaultPoints.this.pass("prepare.run-begun");
                    case "prepare" ->
                        FaultPoints.this.pass(
                                Policy.isThanks(((PreparedMessage) arguments[0]).step())
                                        ? "prepare.thanks-written"
                                        : "prepare.message-written");
                    case "journal" -> FaultPoints.this.pass("prepare.entry-written");
                    default -> {}
                }
            } else if (in.equals("dispatch") && method.equals("change")) {
                FaultPoints.this.pass("dispatch." + kind + "-written");
            } else if (in.equals("dispatch") && method.equals("keepContent")) {
                FaultPoints.this.pass("dispatch.content-kept");
            }
        }

        void pass(String before, String after) {
            String name = kind.isEmpty() ? before.substring(0, before.length() - 1) + after : before + kind + after;
            FaultPoints.this.pass(in + "." + name);
        }
    }

    @FunctionalInterface
    private interface Invocation {
        Object run() throws ReflectiveOperationException;
    }

    private static Object call(Invocation invocation) throws Throwable {
        try {
            return invocation.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
