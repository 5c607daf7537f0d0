"""``python -m bot``: hands over to the command line."""

if __name__ == "__main__":
    # Not above: a process that draws a picture loads this module too, and needs none of the bot.
    import sys

    from bot.run.start import generated_code, startup

    startup.spare_the_start()  # also of what is imported now
    generated_code.use()
    if sys.argv[1:2] in (["run"], ["web"], ["worker"], ["demo"]):
        startup.prepare_holidays()
        startup.prepare_connections()
    from bot.cli import main

    main()
