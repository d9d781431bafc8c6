package org.quittance.channel.email;

import org.eclipse.angus.mail.handlers.multipart_mixed;

/**
 * The mail library finds parts of itself through the context class loader of the thread, which in OSGi is anybody's. It is set to
 * the library's own while it works.
 */
final class MailClasses {

    private static final ClassLoader LOADER = multipart_mixed.class.getClassLoader();

    private MailClasses() {}

    static <T, X extends Exception> T with(Work<T, X> work) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LOADER);
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What the library does. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws X;
    }
}
