package studio.pingvas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SaltedHashTest {
    /** Made by Payara's own change-admin-password for the password "secretadmin". */
    private static final String MADE_BY_PAYARA =
            "Acf+Qt1g6+Mdkpg5k/dV/S9TdvkGhGBwUvNDvaVtLvABq8Szk662PQ==";

    @Test
    void itIsWhatPayaraItselfWrites() {
        byte[] whole = Base64.getDecoder().decode(MADE_BY_PAYARA);
        byte[] salt = Arrays.copyOfRange(whole, whole.length - 8, whole.length);
        assertThat(SaltedHash.of("secretadmin", salt)).isEqualTo("{SSHA256}" + MADE_BY_PAYARA);
    }
}
