//! A server of one file, on this machine only.

use crate::{Result, process};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

const FIRST_PORT: u16 = 8173;
const PORTS_TRIED: u16 = 100;

/// Serves the page on the first free port from 8173 upward until the program is ended.
/// The file is read anew for each request, so a later build shows on reload.
pub fn serve(page: &Path) -> Result {
    let listener = (FIRST_PORT..FIRST_PORT + PORTS_TRIED)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| format!("no free port from {FIRST_PORT} on"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    process::step(&format!("serving http://{address}/ (Ctrl+C ends it)"));
    for stream in listener.incoming().flatten() {
        let page = page.to_path_buf();
        // A visitor who hangs up costs only his own answer.
        std::thread::spawn(move || answer(stream, &page).ok());
    }
    Ok(())
}

fn answer(mut stream: TcpStream, page: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let (status, kind, body) = match target(&request) {
        Ok(()) => match std::fs::read(page) {
            Ok(body) => ("200 OK", "text/html; charset=utf-8", body),
            Err(error) => ("500 Internal Server Error", "text/plain", error.to_string().into_bytes()),
        },
        Err(status) => (status, "text/plain", status.as_bytes().to_vec()),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Whether the request line asks for the page; else the answer's status.
fn target(request: &str) -> std::result::Result<(), &'static str> {
    let mut words = request.split_whitespace();
    match (words.next(), words.next()) {
        (Some("GET" | "HEAD"), Some(path)) => match path.split('?').next() {
            Some("/" | "/index.html") => Ok(()),
            _ => Err("404 Not Found"),
        },
        _ => Err("405 Method Not Allowed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_is_served() {
        assert_eq!(target("GET / HTTP/1.1\r\n"), Ok(()));
        assert_eq!(target("GET /index.html?x=1 HTTP/1.1\r\n"), Ok(()));
        assert_eq!(target("GET /../Cargo.toml HTTP/1.1\r\n"), Err("404 Not Found"));
        assert_eq!(target("POST / HTTP/1.1\r\n"), Err("405 Method Not Allowed"));
        assert_eq!(target(""), Err("405 Method Not Allowed"));
    }
}
