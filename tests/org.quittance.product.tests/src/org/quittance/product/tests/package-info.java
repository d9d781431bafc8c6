/** The product as processes: what only shows when it is started, ended and killed. */
package org.quittance.product.tests;
